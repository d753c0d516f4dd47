import { describe, expect, it } from 'vitest'
import { markerOf } from './jargon'

const marker = markerOf({
  AP: '',
  CISO: '',
  Beheerder: '',
  'Functioneel beheerder': '',
  Datalek: '',
  Voorschot: '',
  'Back-up': '',
  'Noodbevel en noodverordening': '',
  'Server (kast)': '',
})
const marked = (text: string): string[] => marker(text).flatMap(({ text, term }) => (term ? [`${text}=${term}`] : []))

describe('the jargon lens', () => {
  it('marks nothing inside another word', () => {
    expect(marked('De kaap, de apen, een CISOtje en het Apeldoornse adres.')).toEqual([])
  })
  it('leaves a small word alone that only looks like an abbreviation', () => {
    expect(marked('een ap op straat')).toEqual([])
  })
  it('takes the longest word', () => {
    expect(marked('de functioneel beheerder belt')).toEqual(['functioneel beheerder=Functioneel beheerder'])
  })
  it('knows simple endings', () => {
    expect(marked("twee datalekken, drie voorschotten, onze CISO's en de servers")).toEqual([
      'datalekken=Datalek',
      'voorschotten=Voorschot',
      "CISO's=CISO",
      'servers=Server (kast)',
    ])
  })
  it('finds a word beside a hyphen, a bracket, and right after another', () => {
    expect(marked('AP-melding (back-up) CISO AP')).toEqual(['AP=AP', 'back-up=Back-up', 'CISO=CISO'])
  })
  it('looks for either half of a pair', () => {
    expect(marked('Een noodverordening dus.')).toEqual(['noodverordening=Noodbevel en noodverordening'])
  })
  it('marks a word once a text and loses no letter', () => {
    const text = 'AP belt AP;\nde AP.'
    expect(marked(text)).toEqual(['AP=AP'])
    expect(
      marker(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
  })
})
